package io.pasar.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules every module's code keeps. A module applies them with
/// `@ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class)`.
public final class HouseRules {

    /// Endings of the names of classes that wait, talk or wire. Everything else decides, in plain Java.
    private static final Pattern SHELL = Pattern.compile(".*(Service|Store|Script|Controller|Frames|Socket|Hub|Client"
            + "|Relay|Job|Configuration|Application|Advice|Properties|Handler|Filter|Consumer|Provider|Verifier|Meters"
            + "|Indicator|Endpoint|Limiter|Publisher|Announcements|Gate|Part|Problem|ProblemCode|package-info)");

    private static final Pattern OWNS_SUBSCRIPTIONS = Pattern.compile(".*(Job|Relay)");
    private static final Set<String> BLOCKING = Set.of("block", "blockOptional", "blockFirst", "blockLast");

    /// The functional core is called by tests without Spring, mocks or schedulers.
    @ArchTest
    public static final ArchRule CORE_IS_PLAIN_JAVA = noClasses()
            .that(areNamed("belong to the functional core", SHELL, false))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "reactor..",
                    "org.reactivestreams..",
                    "org.springframework..",
                    "io.r2dbc..",
                    "io.lettuce..",
                    "io.netty..",
                    "jakarta.servlet.."))
            .because("what decides is plain Java; what waits has a name that says so");

    /// Dependencies come through constructors.
    @ArchTest
    public static final ArchRule NO_FIELD_INJECTION = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    /// One logging path: SLF4J.
    @ArchTest
    public static final ArchRule NO_JAVA_UTIL_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    /// A thread that sleeps serves nobody; a test that sleeps is slow or flaky or both.
    @ArchTest
    public static final ArchRule NO_SLEEP = noClasses()
            .should()
            .callMethodWhere(describe("a thread is put to sleep", HouseRules::isSleep))
            .because("timers, virtual time and Awaitility wait without holding a thread");

    /// A blocked event loop stalls every room on it.
    @ArchTest
    public static final ArchRule NO_BLOCKING = noClasses()
            .should()
            .callMethodWhere(describe("a Mono or Flux is waited for", HouseRules::isBlock))
            .because("a blocked event loop stalls every room on it");

    /// A subscription nobody owns has no error path and no shutdown.
    @ArchTest
    public static final ArchRule NO_UNOWNED_SUBSCRIPTION = noClasses()
            .that(areNamed("are neither Job nor Relay", OWNS_SUBSCRIPTIONS, false))
            .should()
            .callMethodWhere(describe("a Mono or Flux is subscribed to", HouseRules::isSubscribe))
            .because("only a Job or Relay keeps the Disposable, and stops it with the process");

    /// A name says what a thing is.
    @ArchTest
    public static final ArchRule TELLING_NAMES = noClasses()
            .should()
            .haveNameMatching(".*[a-z](Impl|Manager|Helper|Util|Utils|Base|DTO|Dto)")
            .because("these endings say nothing about what the class is");

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> areNamed(String description, Pattern names, boolean wanted) {
        return describe(description, type -> names.matcher(outermostName(type)).matches() == wanted);
    }

    private static String outermostName(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static boolean isSleep(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(Thread.class)
                && call.getName().equals("sleep");
    }

    private static boolean isBlock(JavaCall<?> call) {
        return isReactor(call) && BLOCKING.contains(call.getName());
    }

    private static boolean isSubscribe(JavaCall<?> call) {
        return isReactor(call) && call.getName().equals("subscribe");
    }

    private static boolean isReactor(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher");
    }
}
