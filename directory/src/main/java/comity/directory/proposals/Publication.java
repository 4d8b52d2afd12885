package comity.directory.proposals;

import comity.kernel.transaction.Transaction;
import java.io.IOException;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/// What the registry has published, and how it publishes more.
public interface Publication {
    /// What is published of it now: an entry in the form of [comity.directory.list.EntryJson], or the bytes of a book.
    Optional<byte[]> current(Subject subject);

    /// Publishes an edition that has this in its place.
    ///
    /// @param along is written in the same transaction, and told the edition's number
    /// @throws IOException when it could not be laid in the registry's folder; nothing is published then
    void publish(Subject subject, byte[] document, ObjLongConsumer<Transaction> along) throws IOException;
}
