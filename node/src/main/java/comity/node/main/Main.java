package comity.node.main;

import comity.cli.words.Texts;
import comity.node.demo.Demo;
import comity.node.demo.DemoOptions;
import comity.node.words.OperatorTexts;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs a node, makes one ready, or brings up the demo.
@Command(
        name = "comity",
        mixinStandardHelpOptions = true,
        subcommands = {
            Main.DemoCommand.class,
            Main.NodeCommand.class,
            Main.InitCommand.class,
            Main.TakeBackCommand.class,
            Main.AuditCommand.class
        })
public final class Main {
    private static final Texts TEXTS = OperatorTexts.ofTerminal();
    private static final PrintStream OUT = OperatorTexts.writer(FileDescriptor.out);

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine program = new CommandLine(new Main());
        program.setResourceBundle(TEXTS.bundle());
        program.setOut(new PrintWriter(OUT, true));
        program.setErr(new PrintWriter(OperatorTexts.writer(FileDescriptor.err), true));
        program.setExecutionExceptionHandler((failure, command, _) -> {
            PrintWriter err = command.getErr();
            FailureInWords.of(failure, TEXTS).ifPresentOrElse(err::println, () -> failure.printStackTrace(err));
            return 2;
        });
        System.exit(program.execute(arguments));
    }

    /// `comity demo`
    @Command(name = "demo", mixinStandardHelpOptions = true)
    static final class DemoCommand implements Callable<Integer> {
        @Option(names = "--data")
        private Path data = Path.of("data", "demo");

        @Option(names = "--programs", hidden = true)
        private @Nullable Path programs;

        @Option(names = "--port-base")
        private int portBase = 18_400;

        @Option(names = "--ready-file")
        private @Nullable Path readyFile;

        @Option(names = "--reset")
        private boolean reset;

        @Option(names = "--no-seed")
        private boolean empty;

        @Override
        public Integer call() {
            Path folder = data.toAbsolutePath().normalize();
            return Demo.run(
                    new DemoOptions(
                            folder,
                            programs == null ? folder.resolve("programs") : programs.toAbsolutePath(),
                            portBase,
                            Optional.ofNullable(readyFile),
                            reset,
                            !empty),
                    OUT,
                    TEXTS);
        }
    }

    /// `comity node`
    @Command(name = "node", mixinStandardHelpOptions = true)
    static final class NodeCommand implements Callable<Integer> {
        @Option(names = "--config", required = true)
        private @Nullable Path config;

        @Option(names = "--accounts", hidden = true)
        private @Nullable Path accounts;

        @Option(names = "--entries")
        private @Nullable Path entries;

        @Option(names = "--end-with-input", hidden = true)
        private boolean endWithInput;

        @Override
        public Integer call() throws Exception {
            if (config == null) {
                throw new IllegalStateException("picocli gives what is required");
            }
            return NodeProcess.run(config, Optional.ofNullable(accounts), Optional.ofNullable(entries), endWithInput);
        }
    }

    /// Which ledger a command works on while its node is stopped.
    static final class OfStoppedNode {
        @Option(names = "--config", required = true)
        private @Nullable Path config;

        @Option(names = "--files")
        private @Nullable Path files;

        int work(StoppedLedger.Work work) throws Exception {
            if (config == null) {
                throw new IllegalStateException("picocli gives what is required");
            }
            return StoppedLedger.work(config, Optional.ofNullable(files), work);
        }
    }

    /// `comity take-back`
    @Command(name = "take-back", mixinStandardHelpOptions = true)
    static final class TakeBackCommand implements Callable<Integer> {
        @Mixin
        private final OfStoppedNode node = new OfStoppedNode();

        @Override
        public Integer call() throws Exception {
            return node.work(new TakeBack(OUT, TEXTS));
        }
    }

    /// `comity audit`
    @Command(name = "audit", mixinStandardHelpOptions = true)
    static final class AuditCommand implements Callable<Integer> {
        @Mixin
        private final OfStoppedNode node = new OfStoppedNode();

        @Override
        public Integer call() throws Exception {
            return node.work(new AuditLedger(OUT, TEXTS));
        }
    }

    /// `comity init`
    @Command(name = "init", mixinStandardHelpOptions = true)
    static final class InitCommand implements Callable<Integer> {
        @Option(names = "--config", required = true)
        private @Nullable Path config;

        @Option(names = "--administrator")
        private @Nullable String administrator;

        @Override
        public Integer call() throws Exception {
            if (config == null) {
                throw new IllegalStateException("picocli gives what is required");
            }
            return Init.run(config, Optional.ofNullable(administrator), OUT, TEXTS);
        }
    }
}
