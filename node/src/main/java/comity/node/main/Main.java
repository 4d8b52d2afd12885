package comity.node.main;

import comity.ledger.journal.LedgerDamaged;
import comity.ledger.tiles.TileConflict;
import comity.node.database.DatabaseUnfit;
import comity.node.demo.Demo;
import comity.node.demo.DemoOptions;
import comity.node.settings.BadSettings;
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
    private Main() {}

    public static void main(String[] arguments) {
        CommandLine program = new CommandLine(new Main());
        program.setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof LedgerDamaged || failure instanceof TileConflict) {
                command.getErr().println(failure.getMessage());
                command.getErr().println("Nothing was changed. See docs/operating/backup.md: Restoring.");
            } else if (failure instanceof BadSettings || failure instanceof DatabaseUnfit) {
                command.getErr().println(failure.getMessage());
            } else {
                failure.printStackTrace(command.getErr());
            }
            return 2;
        });
        System.exit(program.execute(arguments));
    }

    /// `comity demo`
    @Command(
            name = "demo",
            mixinStandardHelpOptions = true,
            description = "Brings up two pretend States and a registry on this machine.")
    static final class DemoCommand implements Callable<Integer> {
        @Option(names = "--data", description = "where everything is kept (default: ${DEFAULT-VALUE})")
        private Path data = Path.of("data", "demo");

        @Option(
                names = "--programs",
                description = "where PostgreSQL is unpacked (default: in the data)",
                hidden = true)
        private @Nullable Path programs;

        @Option(names = "--port-base", description = "the first of forty ports (default: ${DEFAULT-VALUE})")
        private int portBase = 18_400;

        @Option(names = "--ready-file", description = "written, as JSON, when every node answers")
        private @Nullable Path readyFile;

        @Option(names = "--reset", description = "drop what earlier runs kept")
        private boolean reset;

        @Option(names = "--no-seed", description = "start with no older requests")
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
                    System.out);
        }
    }

    /// `comity node`
    @Command(name = "node", mixinStandardHelpOptions = true, description = "Runs one node until it is told to stop.")
    static final class NodeCommand implements Callable<Integer> {
        @Option(names = "--config", required = true, description = "the node's settings (YAML)")
        private @Nullable Path config;

        @Option(names = "--accounts", description = "accounts that a drill's node makes at its start", hidden = true)
        private @Nullable Path accounts;

        @Option(names = "--entries", description = "the registry's folder of entries, one file a State")
        private @Nullable Path entries;

        @Option(names = "--end-with-input", description = "stop when the standard input ends", hidden = true)
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
        @Option(names = "--config", required = true, description = "the node's settings (YAML)")
        private @Nullable Path config;

        @Option(names = "--files", description = "a copy of the published files (default: the node's own)")
        private @Nullable Path files;

        int work(StoppedLedger.Work work) throws Exception {
            if (config == null) {
                throw new IllegalStateException("picocli gives what is required");
            }
            return StoppedLedger.work(config, Optional.ofNullable(files), work);
        }
    }

    /// `comity take-back`
    @Command(
            name = "take-back",
            mixinStandardHelpOptions = true,
            description = "After an older database was restored: takes lost leaves back from the ledger's files.")
    static final class TakeBackCommand implements Callable<Integer> {
        @Mixin
        private final OfStoppedNode node = new OfStoppedNode();

        @Override
        public Integer call() throws Exception {
            return node.work(new TakeBack(System.out));
        }
    }

    /// `comity audit`
    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = "Compares every row of a stopped node's ledger with what it has signed and published.")
    static final class AuditCommand implements Callable<Integer> {
        @Mixin
        private final OfStoppedNode node = new OfStoppedNode();

        @Override
        public Integer call() throws Exception {
            return node.work(new AuditLedger(System.out));
        }
    }

    /// `comity init`
    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = "Makes a new node's keys, what it hands to others of them, and its first administrator.")
    static final class InitCommand implements Callable<Integer> {
        @Option(names = "--config", required = true, description = "the node's settings (YAML)")
        private @Nullable Path config;

        @Option(
                names = "--administrator",
                description = "the first administrator's sign-in name; the registry has none")
        private @Nullable String administrator;

        @Override
        public Integer call() throws Exception {
            if (config == null) {
                throw new IllegalStateException("picocli gives what is required");
            }
            return Init.run(config, Optional.ofNullable(administrator), System.out);
        }
    }
}
