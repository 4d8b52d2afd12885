package comity.node.demo;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.node.settings.ExhibitSettings;
import comity.node.settings.LedgerRhythm;
import comity.node.settings.NodeSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Where one node of the demo lives: its ports follow from the base port, its folder from the data
/// folder.
record DemoNode(
        StateCode state,
        NodeSettings.Part part,
        String name,
        ZoneId zone,
        Language language,
        Path folder,
        int firstPort) {
    URI web() {
        return URI.create("http://localhost:" + firstPort);
    }

    URI letters() {
        return URI.create("https://localhost:" + (firstPort + 1));
    }

    URI ledger() {
        return web().resolve("/ledger/");
    }

    Path settingsFile() {
        return folder.resolve("node.yaml");
    }

    /// The ports it listens on.
    List<Integer> ports() {
        return part == NodeSettings.Part.STATE ? List.of(firstPort, firstPort + 1) : List.of(firstPort);
    }

    NodeSettings settings(NodeSettings.RegistrySource registry, Path programs, Path clock, ExhibitSettings exhibits) {
        return new NodeSettings(
                state,
                name,
                part,
                folder,
                new NodeSettings.Door("127.0.0.1", firstPort, web()),
                new NodeSettings.Door("127.0.0.1", firstPort + 1, letters()),
                Optional.empty(),
                Optional.of(programs),
                registry,
                zone,
                language,
                true,
                Optional.of(clock),
                Optional.empty(),
                LedgerRhythm.AT_ONCE,
                Optional.empty(),
                exhibits);
    }
}
