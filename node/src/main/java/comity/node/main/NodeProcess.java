package comity.node.main;

import comity.node.keys.NodeKeys;
import comity.node.keys.RegistryKeys;
import comity.node.settings.BadSettings;
import comity.node.settings.NodeSettings;
import comity.node.settings.SettingFault;
import comity.node.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// One node as a process: up until SIGTERM, SIGINT, or the end of its input where it was started so.
final class NodeProcess {
    private static final System.Logger LOG = System.getLogger(NodeProcess.class.getName());

    private NodeProcess() {}

    static int run(Path config, Optional<Path> accounts, Optional<Path> entries, boolean endWithInput)
            throws Exception {
        NodeSettings settings = SettingsFile.read(config);
        requireFiles(config, settings);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped), "stopping"));
        if (endWithInput) {
            Thread.ofPlatform().name("input").daemon().start(() -> waitForEndOfInput(stop));
        }
        try (AutoCloseable node = start(settings, accounts, entries)) {
            LOG.log(System.Logger.Level.INFO, "The node {0} of {1} is up", settings.name(), settings.state());
            stop.await();
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private static void requireFiles(Path config, NodeSettings settings) {
        List<SettingFault> missing = new ArrayList<>();
        boolean made = switch (settings.part()) {
            case STATE -> NodeKeys.areMade(settings);
            case REGISTRY -> RegistryKeys.areMade(settings);
        };
        if (!made) {
            missing.add(SettingFault.at("data", "no-keys", settings.keys()));
        }
        if (!Files.isReadable(settings.registry().key())) {
            missing.add(SettingFault.at(
                    "registry.key", "registry-key", settings.registry().key()));
        }
        settings.database()
                .map(NodeSettings.ExternalDatabase::passwordFile)
                .filter(file -> !Files.isReadable(file))
                .ifPresent(file -> missing.add(SettingFault.at("database.passwordFile", "file-unreadable", file)));
        if (!missing.isEmpty()) {
            throw new BadSettings(config, missing);
        }
    }

    private static AutoCloseable start(NodeSettings settings, Optional<Path> accounts, Optional<Path> entries)
            throws Exception {
        return switch (settings.part()) {
            case STATE -> StateNode.start(settings, accounts);
            case REGISTRY ->
                RegistryNode.start(
                        settings,
                        accounts,
                        entries.orElseGet(() -> settings.data().resolve("entries")));
        };
    }

    /// The virtual machine ends when its hooks do, so the hook waits until the node is down.
    private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForEndOfInput(CountDownLatch stop) {
        try {
            while (System.in.read() >= 0) {
                // What is typed does not matter, only that somebody still holds the other end.
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The input failed; stopping", e);
        }
        stop.countDown();
    }
}
