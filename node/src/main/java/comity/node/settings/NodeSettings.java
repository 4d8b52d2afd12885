package comity.node.settings;

import comity.kernel.Language;
import comity.kernel.StateCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/// What one node is told by its operator.
///
/// @param state whose node this is; the registry has a code of its own
/// @param name the node's name in its State, for example `xa-1`; shown at the foot of each page
/// @param part whether it works for a State or keeps the registry
/// @param data the folder for everything it keeps outside the database
/// @param web where people and programs reach it
/// @param letters where other nodes reach it
/// @param database absent: the node starts a PostgreSQL of its own below `data`
/// @param programs where the programs of its own PostgreSQL are unpacked, which nodes on one machine may
///     share; absent: beside the database
/// @param registry where the directory list comes from
/// @param zone the desk's zone
/// @param language the State's own language, for people who are not signed in
/// @param drill whether all content is an exercise: every page and letter says so
/// @param drillClock what a drill adds to the machine's time; only a drill's node may have it
/// @param cosignerPolicy which cosigners make a checkpoint good for this State (C2SP tlog-policy);
///     absent: the registry and one State
/// @param ledgerRhythm how it shows that its ledger has grown
/// @param ledgerBucket where it publishes its ledger; absent: in files below `data`
/// @param exhibits how exhibits are sealed and pulled
public record NodeSettings(
        StateCode state,
        String name,
        Part part,
        Path data,
        Door web,
        Door letters,
        Optional<ExternalDatabase> database,
        Optional<Path> programs,
        RegistrySource registry,
        ZoneId zone,
        Language language,
        boolean drill,
        Optional<Path> drillClock,
        Optional<Path> cosignerPolicy,
        LedgerRhythm ledgerRhythm,
        Optional<BucketSettings> ledgerBucket,
        ExhibitSettings exhibits) {
    public NodeSettings {
        if (drillClock.isPresent() && !drill) {
            throw new IllegalArgumentException("Only a drill's node goes by another time than the machine's");
        }
    }

    /// What kind of node.
    public enum Part {
        /// A State's node: requests, desk, pages.
        STATE,
        /// The secretariat's node: the directory list and nothing else.
        REGISTRY
    }

    /// An address to listen on, and the address others use for it.
    public record Door(String address, int port, URI publicUrl) {}

    /// A PostgreSQL (15 or newer) that the operator runs.
    public record ExternalDatabase(String url, String user, Path passwordFile) {}

    /// The registry's list, and the key (a JWK file) it must be signed with.
    public record RegistrySource(URI list, Path key) {}

    public Path keys() {
        return data.resolve("keys");
    }

    /// Where the bytes of exhibits lie.
    public Path exhibitFiles() {
        return data.resolve("exhibits");
    }

    /// The static files of this node's ledger, tiles and checkpoint, when they are not in a bucket.
    public Path ledgerFiles() {
        return data.resolve("ledger");
    }
}
