package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever is done, by whom, in which order and however the tenant is named: no answer shows, and
 * no request changes or counts, what is another tenant's.
 */
class IsolationIT {

  private static final int LONGEST_SEQUENCE = 60;
  private static final List<Operation.Kind> FIRST =
      List.of(
          Operation.Kind.CREATE_USER, Operation.Kind.CREATE_PRODUCT, Operation.Kind.PLACE_ORDER);

  private static Neighbourhood all;

  @BeforeContainer
  static void start() {
    all = Neighbourhood.start();
  }

  @AfterContainer
  static void stop() {
    all.close();
  }

  /** Each tenant begins with one user, one product and one order. */
  @BeforeTry
  void beginAnew() {
    all.clear();
    for (int tenant = 0; tenant < all.tenants().size(); tenant++) {
      for (Operation.Kind kind : FIRST) {
        run(new Operation(kind, tenant, Naming.HEADER_WITH_ID, 0, false, 0));
      }
    }
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void everyTenantHasWhatItWouldHaveAlone(@ForAll("sequences") List<Operation> sequence) {
    sequence.forEach(IsolationIT::run);
  }

  @AfterTry
  void everyTenantHasExactlyWhatIsItsOwn() {
    for (int tenant = 0; tenant < all.tenants().size(); tenant++) {
      Naming naming = Naming.values()[tenant % Naming.values().length];
      run(new Operation(Operation.Kind.LIST_USERS, tenant, naming, 0, false, 0));
      run(new Operation(Operation.Kind.LIST_PRODUCTS, tenant, naming, 0, false, 1));
      run(new Operation(Operation.Kind.LIST_ORDERS, tenant, naming, 0, false, 0));
      assertEquals(List.of(), all.strayRows(all.tenants().get(tenant)));
    }
  }

  private static void run(Operation operation) {
    operation.kind().run(new Visit(all, operation));
  }

  @Provide
  Arbitrary<List<Operation>> sequences() {
    Arbitrary<Operation> operations =
        Combinators.combine(
                Arbitraries.of(Operation.Kind.class),
                Arbitraries.integers().between(0, 6),
                Arbitraries.of(Naming.class),
                Arbitraries.integers().between(0, 5),
                Arbitraries.of(false, false, false, true),
                Arbitraries.integers().between(0, 5))
            .as(Operation::new);
    return operations.list().ofMinSize(1).ofMaxSize(LONGEST_SEQUENCE);
  }
}
