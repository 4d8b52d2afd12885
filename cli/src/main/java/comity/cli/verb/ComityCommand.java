package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.cli.screen.Times;
import comity.cli.words.Texts;
import java.lang.reflect.Constructor;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// Runs one command line: parses it, says in the person's language what is wrong with it, and gives the exit
/// code.
public final class ComityCommand {
    private ComityCommand() {}

    /// @return the exit code, see [Exit]
    public static int run(Surroundings surroundings, String... arguments) {
        Texts texts = Texts.in(Texts.wanted(askedLanguage(arguments), surroundings.environment()));
        Screen screen =
                new Screen(surroundings.out(), surroundings.err(), texts, new Times(ZoneOffset.UTC), false, false);
        CommandLine line = new CommandLine(ComityVerb.class, new Birth(surroundings));
        line.setResourceBundle(texts.bundle());
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((fault, _) -> wrongUsage(screen, fault));
        line.setExecutionExceptionHandler((fault, _, _) -> failed(screen, fault));
        return line.execute(arguments);
    }

    /// The language is needed before the line is parsed, because the parser's own words depend on it.
    private static Optional<String> askedLanguage(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return Optional.of(arguments[i].substring("--lang=".length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    private static int wrongUsage(Screen screen, ParameterException fault) {
        CommandLine line = fault.getCommandLine();
        String wrong = switch (fault) {
            case CommandLine.MissingParameterException missing ->
                screen.texts()
                        .say(
                                "usage.missing",
                                missing.getMissing().stream()
                                        .map(argument -> argument.isOption()
                                                ? String.join("/", ((CommandLine.Model.OptionSpec) argument).names())
                                                : argument.paramLabel())
                                        .reduce((a, b) -> a + ", " + b)
                                        .orElse(""));
            case CommandLine.UnmatchedArgumentException unmatched ->
                screen.texts().say("usage.unmatched", String.join(" ", unmatched.getUnmatched()));
            default ->
                fault.getArgSpec() == null
                        ? screen.texts().say("usage.choose")
                        : screen.texts().say("usage.value", fault.getArgSpec().paramLabel());
        };
        screen.complain(wrong);
        line.usage(line.getErr());
        line.getErr().flush();
        return Exit.COULD_NOT_TELL;
    }

    private static int failed(Screen screen, Exception fault) {
        if (fault instanceof UsageFault usage) {
            screen.warn(usage.key(), usage.values());
        } else {
            // The message may hold what was typed, so only the kind of the failure is shown.
            screen.warn("usage.failed", fault.getClass().getSimpleName());
        }
        return Exit.COULD_NOT_TELL;
    }

    /// Makes commands; those that need their surroundings get them.
    private record Birth(Surroundings surroundings) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Surroundings.class})) {
                    constructor.setAccessible(true);
                    return type.cast(constructor.newInstance(surroundings));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
