package comity.ledger.tiles;

import java.util.Optional;

/// A published log, wherever it is read from: a folder, or an address. Nothing of it is believed.
///
/// Reading throws [java.io.UncheckedIOException] when the place cannot be asked; that something is not
/// there is an answer.
public interface PublishedLog {
    /// The published checkpoint, unverified; empty before the first.
    Optional<byte[]> checkpoint();

    /// A published file, if it is there. A partial one goes when its full one has come.
    Optional<byte[]> read(TileFile file);
}
