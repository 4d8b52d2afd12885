package comity.federation.courier;

import comity.federation.Receipt;
import comity.federation.store.CertaintyTable;
import comity.federation.store.EvidenceTable;
import comity.federation.store.SignedTable;
import comity.federation.store.WaitingTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The letters settled in one database transaction, written together just before the commit.
final class SettledPage {
    private final Transaction tx;
    private final List<SignedTable.Document> documents = new ArrayList<>();
    private final List<EvidenceTable.Row> evidence = new ArrayList<>();
    private final Set<UUID> settled = new HashSet<>();
    private final Map<UUID, StateCode> toProve = new HashMap<>();

    SettledPage(Transaction tx) {
        this.tx = tx;
    }

    void add(EvidenceTable.Row row) {
        evidence.add(row);
        if (row.receipt().event() == Receipt.Event.RELAY_ACCEPTED) {
            toProve.put(row.receipt().letter(), row.signer());
        }
    }

    /// @param letters that wait no longer
    void add(SignedTable.Document document, Collection<UUID> letters) {
        if (documents.isEmpty()) {
            tx.beforeCommit(this::write);
        }
        documents.add(document);
        settled.addAll(letters);
    }

    private void write() {
        SignedTable.add(tx, documents);
        EvidenceTable.add(tx, evidence);
        WaitingTable.remove(tx, settled);
        CertaintyTable.await(tx, toProve);
        documents.clear();
        evidence.clear();
        settled.clear();
        toProve.clear();
    }
}
