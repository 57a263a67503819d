package io.aegisx.tenancy.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.groups.UniAwait;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.NullMarked;

/** The map of the code: what may use what, and the doors that there is only one of. */
@AnalyzeClasses(
    packages = "io.aegisx.tenancy",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.aegisx.tenancy.";

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesInsidePackagesFormNoCycleEither =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theVocabularyUsesNoOtherPackage =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "tenant")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are in another package of ours",
                  type ->
                      type.getPackageName().startsWith(ROOT)
                          && !type.getPackageName().equals(ROOT + "tenant")));

  @ArchTest
  static final ArchRule nothingUsesDevelopment =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "development..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "development..");

  @ArchTest
  static final ArchRule sqlClientsStayWithRegistryAndIsolation =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "registry..", ROOT + "isolation..", ROOT + "database")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "io.vertx.pgclient..");

  @ArchTest
  static final ArchRule jdbcAndFlywayStayWithProvisioning =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "provisioning..", ROOT + "development..", ROOT + "database", ROOT + "startup")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..", "org.postgresql..");

  @ArchTest
  static final ArchRule sessionsAreOpenedThroughOneDoor =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + "isolation.TenantData")
          .and()
          // Tells Hibernate what to do in sessions, and opens none.
          .doNotHaveFullyQualifiedName(ROOT + "encryption.attribute.ListenerRegistration")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.quarkus.hibernate.reactive.panache.Panache")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Mutiny.SessionFactory.class);

  /** Hibernate Reactive mixes up the outcomes of removals that different sessions do at once. */
  @ArchTest
  static final ArchRule entitiesAreDeletedByStatementsOnly =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "removes an entity from its session",
                  (JavaAccess<?> access) ->
                      (access.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class)
                              && List.of("delete", "deleteById").contains(access.getName())
                              && takesAnObject(access))
                          || (access.getTargetOwner().isAssignableTo(Mutiny.Session.class)
                              && access.getName().startsWith("remove"))));

  private static boolean takesAnObject(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget method
        && method.getRawParameterTypes().size() == 1
        && method.getRawParameterTypes().get(0).isEquivalentTo(Object.class);
  }

  @ArchTest
  static final ArchRule workersAreReachedThroughOneDoor =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "blocking")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "blocks or hands work to a worker",
                  call ->
                      call.getTargetOwner().isAssignableTo(UniAwait.class)
                          || ((call.getTargetOwner().isAssignableTo(Vertx.class)
                                  || call.getTargetOwner().isAssignableTo(Context.class))
                              && call.getName().equals("executeBlocking"))));

  @ArchTest
  static final ArchRule everyRouteStatesItsRole =
      methods()
          .that(
              DescribedPredicate.describe(
                  "answer requests",
                  (JavaMethod method) ->
                      method.getAnnotations().stream()
                          .anyMatch(
                              annotation ->
                                  annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                                      || annotation
                                          .getRawType()
                                          .isAnnotatedWith(HttpMethod.class))))
          .should(beAnnotatedWith(RolesAllowed.class).or(beAnnotatedWith(PermitAll.class)));

  @ArchTest
  static final ArchRule resourcesAreNamedSo =
      classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      noFields().should().beAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .that(
              DescribedPredicate.describe(
                  "are not generated", (JavaClass type) -> type.getSource().isPresent()))
          .should(
              com.tngtech.archunit.lang.ArchCondition.from(
                  DescribedPredicate.describe(
                      "be in a @NullMarked package",
                      (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));
}
