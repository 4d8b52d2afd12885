package comity.web.rest;

import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.KeyFolder;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.signature.CadesSigner;
import comity.evidence.signature.SigningKey;
import comity.federation.Outbox;
import comity.federation.PeerLine;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.vault.exhibits.Exhibits;
import comity.vault.exhibits.Opening;
import comity.vault.exhibits.Receiving;
import comity.vault.exhibits.Sealing;
import comity.vault.exhibits.SealingKeys;
import comity.vault.exhibits.Vault;
import comity.vault.exhibits.Verifying;
import comity.vault.exhibits.Workshop;
import comity.vault.shelf.Shelf;
import comity.vault.store.SqlExhibits;
import comity.vault.transfer.Pull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The exhibits of one State's node in a test, with real keys and a real shelf. Nobody works in the workshop, so what
/// is handed over waits to be sealed.
final class TestVault {
    static final long LARGEST_FILE = 1L << 30;

    private final Path folder;
    private final Exhibits exhibits;
    private final Workshop workshop;

    TestVault(
            StateCode state,
            Transactions transactions,
            Directory directory,
            Journal journal,
            Outbox outbox,
            Clock clock) {
        try {
            this.folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target")),
                    "vault-" + state.code().toLowerCase(Locale.ROOT));
            KeyFolder keys = new KeyFolder(folder.resolve("keys"));
            keys.write(KeyCeremony.hold(state, List.of("localhost"), clock.instant()));
            SigningKey key = new SigningKey(keys.seal().key(), keys.seal().chain());
            Identity.Drawn drawn = Identity.draw(KeyKind.X25519);
            Vault vault = new Vault(
                    state,
                    "test",
                    transactions,
                    new SqlExhibits(),
                    new Shelf(folder.resolve("exhibits")),
                    directory,
                    journal,
                    outbox,
                    new SealingKeys(
                            List.of(drawn.identity()),
                            List.of(drawn.recipient()),
                            new CadesSigner(key, Optional.empty(), clock)),
                    clock,
                    () -> {});
            this.exhibits = new Exhibits(vault);
            Verifying verifying = new Verifying(vault, List.of(), 1);
            PeerLine lines = new PeerLine(keys.channel(), new Certificates(directory), clock);
            this.workshop = new Workshop(
                    vault,
                    new Sealing(vault, exhibits, 1),
                    new Receiving(vault, verifying, lines, new Pull.Settings(1, 0, Duration.ofSeconds(1), 1)),
                    new Opening(vault, verifying, directory, List.of(), 1),
                    Duration.ofSeconds(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Exhibits exhibits() {
        return exhibits;
    }

    Workshop workshop() {
        return workshop;
    }
}
