package comity.vault.exhibits;

import comity.evidence.PackageFiles;
import comity.evidence.paper.Seal;
import comity.kernel.StateCode;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import comity.vault.shelf.StoredPart;
import comity.vault.transfer.ByteRange;
import comity.vault.transfer.PayloadDoor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives sealed exhibits to the State that each was sealed for, and to nobody else: below `/exhibits/`,
/// by range. Everybody else hears that there is no such exhibit.
public final class ExhibitDoor {
    /// What every address here begins with.
    public static final String PREFIX = "/exhibits/";

    private static final Pattern ADDRESS = Pattern.compile(
            PREFIX + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/([a-z0-9.]{1,32})");
    private static final Set<String> SMALL = Set.of(PackageFiles.SEGMENTS, PackageFiles.SEALED_MANIFEST);

    private final Vault vault;
    private final Workshop workshop;

    /// @param workshop hears how far each exhibit has gone out
    public ExhibitDoor(Vault vault, Workshop workshop) {
        this.vault = vault;
        this.workshop = workshop;
    }

    /// What is given.
    ///
    /// @param fields of the header of the answer
    /// @param bytes what follows the header; empty for nothing
    public record Given(int status, Map<String, String> fields, Optional<Bytes> bytes) {
        public Given {
            fields = Map.copyOf(fields);
        }

        static Given nothing() {
            return new Given(404, Map.of(), Optional.empty());
        }
    }

    /// A part of a file.
    public static final class Bytes {
        private final StoredPart part;
        private final ByteRange range;
        private final Job job;

        Bytes(StoredPart part, ByteRange range, Job job) {
            this.part = part;
            this.range = range;
            this.job = job;
        }

        public long length() {
            return range.length();
        }

        /// Writes them.
        ///
        /// @throws IOException also when the file has become shorter than its seal says
        public void writeTo(OutputStream out) throws IOException {
            part.write(range.from(), range.to(), out, job::more);
        }
    }

    /// @param peer the State that asks, as its certificate says; whoever calls has checked that
    /// @param path of the address
    /// @param range the header field `Range`, when there is one
    /// @param ifMatch the header field `If-Match`, when there is one
    public Given give(StateCode peer, String path, Optional<String> range, Optional<String> ifMatch)
            throws IOException {
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches()) {
            return Given.nothing();
        }
        UUID packageId = UUID.fromString(address.group(1));
        Optional<Offered> offered = vault.transactions()
                .read(tx -> vault.store()
                        .ofPackage(tx, packageId)
                        .filter(found -> found.peer().equals(peer) && found.state() instanceof ExhibitState.OnOffer)
                        .flatMap(exhibit ->
                                vault.store().seal(tx, exhibit.id()).map(papers -> new Offered(exhibit, papers))));
        return offered.isPresent() ? give(offered.get(), address.group(2), range, ifMatch) : Given.nothing();
    }

    /// What a State may have.
    private record Offered(Exhibit exhibit, ExhibitStore.SealPapers papers) {}

    private Given give(Offered offered, String name, Optional<String> range, Optional<String> ifMatch)
            throws IOException {
        boolean small = SMALL.contains(name);
        if (!small && !name.equals(PackageFiles.PAYLOAD)) {
            return Given.nothing();
        }
        UUID exhibit = offered.exhibit().id();
        Optional<StoredPart> part = vault.shelf().part(exhibit, name);
        if (part.isEmpty()) {
            return Given.nothing();
        }
        if (small) {
            Job job = new Job(Workshop.Task.SENDING, 0);
            ByteRange all = new ByteRange(0, part.get().size());
            return new Given(200, Map.of(), Optional.of(new Bytes(part.get(), all, job)));
        }
        Seal seal = Seal.read(offered.papers().seal());
        PayloadDoor.Answer said = new PayloadDoor(seal).answer(range, ifMatch);
        Job job = workshop.sending(exhibit, seal.payload().fileLength());
        return new Given(said.status(), said.fields(), said.range().map(wanted -> new Bytes(part.get(), wanted, job)));
    }
}
