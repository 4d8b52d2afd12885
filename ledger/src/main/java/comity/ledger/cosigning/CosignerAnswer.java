package comity.ledger.cosigning;

import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignedCheckpoint;
import java.util.List;
import java.util.Optional;

/// What a cosigner answers, with what HTTP makes of it (C2SP tlog-witness).
public sealed interface CosignerAnswer {
    /// The media type of the answer that names a size.
    String SIZE_TYPE = "text/x.tlog.size";
    /// The media type of every other answer.
    String TEXT_TYPE = "text/plain; charset=utf-8";

    /// The status code.
    int status();

    /// The body, ending with a line end.
    String body();

    /// The evidence of a fork that came out with this answer. It is kept already.
    default Optional<Fork> evidence() {
        return Optional.empty();
    }

    /// The media type of the body.
    default String contentType() {
        return TEXT_TYPE;
    }

    /// It signed.
    ///
    /// @param lines one for each of its keys
    /// @param checkpoint what it signed, as the log signed it
    /// @param clockWentBack whether its clock shows a time before its last signature for this log: the
    ///     clock, or an earlier one, is wrong, and somebody should look
    record Cosigned(List<NoteSignature> lines, SignedCheckpoint checkpoint, boolean clockWentBack)
            implements CosignerAnswer {
        public Cosigned {
            lines = List.copyOf(lines);
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public String body() {
            StringBuilder body = new StringBuilder();
            lines.forEach(line -> body.append(line.line()));
            return body.toString();
        }
    }

    /// The ask cannot be read.
    record Malformed(AskFault fault) implements CosignerAnswer {
        @Override
        public int status() {
            return 400;
        }

        @Override
        public String body() {
            return fault.code() + "\n";
        }
    }

    /// The log is known, but none of its keys signed.
    record NotSigned(String origin) implements CosignerAnswer {
        @Override
        public int status() {
            return 403;
        }

        @Override
        public String body() {
            return "ask-not-signed\n";
        }
    }

    /// The log is not known here.
    record UnknownLog(String origin) implements CosignerAnswer {
        @Override
        public int status() {
            return 404;
        }

        @Override
        public String body() {
            return "ask-unknown-log\n";
        }
    }

    /// It remembers a tree of another size; the log asks again from there. When that size is larger
    /// than the log itself, the log has lost leaves that it had signed for.
    ///
    /// @param remembered the size of the largest tree that it signed, 0 when there is none
    /// @param shown the genuine checkpoint that was sent
    /// @param evidence when the checkpoint has another root at the remembered size; the protocol wants
    ///     the size as the answer all the same
    record OtherSize(long remembered, SignedCheckpoint shown, Optional<Fork> evidence) implements CosignerAnswer {
        /// Whether the log shows fewer leaves than it once had. An old checkpoint that somebody sends
        /// again looks the same, so this alone proves nothing.
        public boolean isShorter() {
            return shown.checkpoint().size() < remembered;
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String contentType() {
            return SIZE_TYPE;
        }

        @Override
        public String body() {
            return remembered + "\n";
        }
    }

    /// The log has two histories. The evidence is kept already.
    record Forked(Fork fork) implements CosignerAnswer {
        @Override
        public Optional<Fork> evidence() {
            return Optional.of(fork);
        }

        @Override
        public int status() {
            return fork.path().isEmpty() ? 409 : 422;
        }

        @Override
        public String body() {
            return fork.text();
        }
    }

    /// The proof does not show that the checkpoint continues the tree that is remembered. Either the
    /// proof is wrong or the log has two histories; this proof does not tell which.
    ///
    /// @param remembered the size of what was signed before, 0 for nothing
    /// @param shown the genuine checkpoint that was sent
    record Unproved(long remembered, SignedCheckpoint shown) implements CosignerAnswer {
        @Override
        public int status() {
            return 422;
        }

        @Override
        public String body() {
            return "ask-unproved\n";
        }
    }

    /// Others kept asking at the same moment. Nothing was signed; ask again.
    record Busy() implements CosignerAnswer {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String body() {
            return "ask-busy\n";
        }
    }
}
