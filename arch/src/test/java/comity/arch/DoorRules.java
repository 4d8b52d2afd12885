package comity.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// The rules on who may know whom that the module graph cannot hold.
final class DoorRules {
    private DoorRules() {}

    static ArchRule packagesAreFreeOfCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    static ArchRule parentsImportNoChild() {
        return classes().should(new ArchCondition<>("import nothing from a package below their own") {
            @Override
            public void check(JavaClass parent, ConditionEvents events) {
                String below = parent.getPackageName() + ".";
                parent.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass()
                                .getBaseComponentType()
                                .getPackageName()
                                .startsWith(below))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        });
    }

    /// @param exempt packages that meet the real time, because nothing stands above them to hand it in
    static ArchRule timeIsHandedIn(String... exempt) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(exempt)
                .should()
                .callMethodWhere(describe("look at the machine's own clock", DoorRules::looksAtTheClock))
                .allowEmptyShould(true);
    }

    private static boolean looksAtTheClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return switch (call.getName()) {
            case "now" ->
                owner.startsWith("java.time.")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(given -> given.getName().equals("java.time.Clock"));
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
            default -> false;
        };
    }

    /// @param allowed packages that speak SQL
    static ArchRule sqlStaysIn(String... allowed) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat(oneOf(
                        "java.sql.Statement",
                        "java.sql.PreparedStatement",
                        "java.sql.ResultSet",
                        "org.springframework.jdbc.core.simple.JdbcClient",
                        "org.springframework.jdbc.core.JdbcTemplate"))
                .allowEmptyShould(true);
    }

    /// @param rooms packages with plain Java only; their stores may use `JdbcClient`
    static ArchRule roomsArePlainJava(String... rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(rooms)
                .should(new ArchCondition<>("use a framework") {
                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        boolean store = (one.getPackageName() + ".").contains(".store.");
                        one.getDirectDependenciesFromSelf().stream()
                                .filter(use -> isFramework(use.getTargetClass().getBaseComponentType(), store))
                                .forEach(use -> events.add(SimpleConditionEvent.satisfied(use, use.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean isFramework(JavaClass used, boolean inStore) {
        String name = used.getPackageName() + ".";
        if (inStore && (name.startsWith("org.springframework.jdbc.") || name.startsWith("org.springframework.dao."))) {
            return false;
        }
        return name.startsWith("org.springframework.") || name.startsWith("jakarta.servlet.");
    }

    private static DescribedPredicate<JavaClass> oneOf(String... names) {
        return describe("are " + String.join(", ", names), used -> Set.of(names).contains(used.getName()));
    }
}
