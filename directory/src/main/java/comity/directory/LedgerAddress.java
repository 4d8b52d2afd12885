package comity.directory;

import java.net.URI;
import java.util.List;

/// Where a ledger is read, how it is recognised, and with which keys its node signs the checkpoints of
/// others.
///
/// @param web address of the node: the ledger's files are below `ledger/`, its cosigner answers below
///     `cosigner/`
/// @param key the key of the ledger, as a C2SP verifier key
/// @param cosignerKeys of the node as a cosigner, likewise; none when it signs no checkpoint of others
public record LedgerAddress(URI web, String key, List<String> cosignerKeys) {
    public LedgerAddress {
        cosignerKeys = List.copyOf(cosignerKeys);
    }

    /// The name of the ledger: the first line of its checkpoints.
    public String origin() {
        return key.substring(0, Math.max(0, key.indexOf('+')));
    }

    /// Where one of its files is.
    public URI file(String path) {
        return web.resolve("/ledger/" + path);
    }

    /// Where it is asked to sign.
    public URI cosigner(String path) {
        return web.resolve("/cosigner/" + path);
    }
}
