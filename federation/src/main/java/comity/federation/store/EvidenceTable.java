package comity.federation.store;

import comity.federation.Receipt;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/// What is known of letters that went out, with the signed document that says so.
public final class EvidenceTable {
    private EvidenceTable() {}

    /// @param signer whose signature the document carries
    public record Row(Receipt receipt, StateCode signer, UUID document, Instant keptAt) {}

    /// Evidence that is there already stays as it was.
    public static void add(Transaction tx, Collection<Row> rows) {
        Sql.batch(tx, """
                insert into federation.evidence
                    (letter, event, code, detail, at, signer, place, commitment, document, kept_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (letter, event) do nothing""", rows, (insert, row) -> {
            Receipt receipt = row.receipt;
            insert.setObject(1, receipt.letter());
            insert.setString(2, receipt.event().word());
            insert.setString(3, receipt.code().orElse(null));
            insert.setString(4, receipt.detail());
            insert.setObject(5, Sql.utc(receipt.at()));
            insert.setString(6, row.signer.code());
            if (receipt.place().isPresent()) {
                insert.setLong(7, receipt.place().get().index());
            } else {
                insert.setNull(7, Types.BIGINT);
            }
            insert.setString(8, receipt.place().map(LeafPlace::commitment).orElse(null));
            insert.setObject(9, row.document);
            insert.setObject(10, Sql.utc(row.keptAt));
        });
    }
}
