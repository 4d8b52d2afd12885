package comity.vault.exhibits;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;

/// Whether a request stands behind an exhibit that came. The vault's own question: requests answer it, so
/// that the vault need not know them.
@FunctionalInterface
public interface Mandate {
    /// Whether we asked this State for something under this name, so that an exhibit from it is no surprise.
    boolean expects(Transaction tx, RequestReference request, StateCode from);
}
