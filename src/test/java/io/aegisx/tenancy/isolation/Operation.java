package io.aegisx.tenancy.isolation;

/**
 * One request of a random sequence.
 *
 * @param tenant the number of the tenant that it is for
 * @param naming how it names the tenant
 * @param target picks the row that it is about
 * @param foreign whether that is another tenant's row
 * @param value picks what is sent
 */
record Operation(Kind kind, int tenant, Naming naming, int target, boolean foreign, int value) {

  /** What a request does, and what it must be answered. */
  enum Kind {
    LIST_USERS(visit -> visit.list("/users")),
    LIST_PRODUCTS(visit -> visit.list("/products")),
    LIST_ORDERS(visit -> visit.list("/orders")),
    GET_USER(visit -> visit.get("/users")),
    GET_PRODUCT(visit -> visit.get("/products")),
    GET_ORDER(visit -> visit.get("/orders")),
    CREATE_USER(visit -> new UserActs(visit).create()),
    RENAME_USER(visit -> visit.rename("/users", false)),
    PATCH_USER(visit -> new UserActs(visit).patch()),
    DELETE_USER(visit -> new UserActs(visit).delete()),
    CREATE_PRODUCT(visit -> new ProductActs(visit).create()),
    CREATE_PRODUCT_ONCE(visit -> new ProductActs(visit).createOnce()),
    RENAME_PRODUCT(visit -> visit.rename("/products", false)),
    PATCH_PRODUCT(visit -> visit.rename("/products", true)),
    DELETE_PRODUCT(visit -> new ProductActs(visit).delete()),
    PLACE_ORDER(visit -> new OrderActs(visit).place()),
    PLACE_ANOTHER(visit -> new OrderActs(visit).place()),
    CANCEL_ORDER(visit -> new OrderActs(visit).end("cancel", "cancelled")),
    FULFIL_ORDER(visit -> new OrderActs(visit).end("fulfil", "fulfilled")),
    CURRENT_TENANT(Visit::current),
    MY_TENANTS(Visit::mine),
    COME_WITH_ANOTHERS_TOKEN(Visit::intrude),
    NAME_TWO_TENANTS(Visit::nameTwo);

    private final Act act;

    Kind(Act act) {
      this.act = act;
    }

    void run(Visit visit) {
      act.run(visit);
    }
  }

  /** Sends the request, looks at the answer, and keeps in mind what the tenant has now. */
  interface Act {
    void run(Visit visit);
  }
}
