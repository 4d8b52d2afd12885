package comity.fuzzing;

import comity.directory.list.EntryJson;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.AgeReader;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyFile;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Progress;
import comity.evidence.paper.Manifest;
import comity.evidence.paper.Seal;
import comity.evidence.signature.SignatureVerifier;
import comity.evidence.signature.Trust;
import comity.federation.Refused;
import comity.federation.envelope.Envelope;
import comity.federation.envelope.ProblemDocument;
import comity.federation.envelope.ReceiptDocument;
import comity.kernel.ExhibitReference;
import comity.kernel.RequestReference;
import comity.law.BrokenLawFile;
import comity.law.basis.TreatyBases;
import comity.law.matching.ConductFile;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.book.BookForm;
import comity.law.offence.book.BookReader;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.RegisterBook;
import comity.law.treaty.RegisterImport;
import comity.law.treaty.TreatyRegister;
import comity.ledger.cosigning.AskRefused;
import comity.ledger.cosigning.CosigningAsk;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import comity.ledger.policy.Policy;
import comity.ledger.policy.PolicyRefused;
import comity.ledger.proof.ProofFile;
import comity.ledger.proof.ProofRefused;
import comity.ledger.tiles.EntryBundle;
import comity.requests.LetterBody;
import comity.requests.emergency.EmergencyLetters;
import comity.requests.preservation.LetterText;
import comity.vault.CustodyText;
import comity.vault.transfer.ByteRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;

/// Whoever reads bytes of a stranger, and how it may refuse them. Anything else that is thrown is a finding,
/// and so is a reader that does not come to an end.
enum Reader {
    SEAL(Seal::read, EvidenceRefused.class),
    MANIFEST(Manifest::read, EvidenceRefused.class),
    KEY_FILE(bytes -> KeyFile.read(text(bytes)), EvidenceRefused.class),
    AGE_FILE(Reader::ageFile, EvidenceRefused.class),
    SIGNATURE(bytes -> new SignatureVerifier(Trust.NONE, Instant.EPOCH).check(new byte[] {1}, bytes)),
    CUSTODY_EVENT(CustodyText::read, CustodyText.Unreadable.class),
    BYTE_RANGE(bytes -> ByteRange.of(text(bytes), 1_000_000)),
    NOTE(SignedNote::parse, NoteRefused.class),
    VERIFIER_KEY(bytes -> VerifierKey.parse(text(bytes)), IllegalArgumentException.class),
    PROOF_FILE(ProofFile::parse, ProofRefused.class),
    POLICY(Policy::parse, PolicyRefused.class),
    ENTRY_BUNDLE(bytes -> EntryBundle.decode(bytes, 3), IllegalArgumentException.class),
    COSIGNING_ASK(CosigningAsk::parse, AskRefused.class),
    ENVELOPE(Envelope::read, Refused.class),
    RECEIPT(ReceiptDocument::read, Refused.class),
    PROBLEM(ProblemDocument::code),
    DIRECTORY_ENTRY(EntryJson::parse, IllegalArgumentException.class, JacksonException.class),
    PRESERVATION_LETTER(LetterText.BODY::read, LetterBody.Unreadable.class),
    EMERGENCY_LETTER(EmergencyLetters.BODY::read, LetterBody.Unreadable.class),
    LAW_BOOK_JSON(bytes -> book(BookForm.JSON, bytes)),
    LAW_BOOK_CSV(bytes -> book(BookForm.CSV, bytes)),
    TREATY_REGISTER(Reader::register),
    CONDUCT(Reader::conduct, BrokenLawFile.class),
    REFERENCE(bytes -> RequestReference.parse(text(bytes)).isPresent()
            || ExhibitReference.parse(text(bytes)).isPresent());

    private static final List<Identity> KEYS =
            List.of(Identity.draw(KeyKind.X25519).identity());

    private static final Elements ELEMENTS = Elements.load();

    private static final BookReader BOOKS = new BookReader(ELEMENTS, DualCriminalityRules.load());

    private static final FinalProvisions PROVISIONS = FinalProvisions.load();
    private static final TreatyRegister STANDING = new RegisterBook(PROVISIONS).published();

    /// What is taken is reckoned with at every node.
    private static Object register(byte[] bytes) {
        RegisterImport.Taken taken = new RegisterImport(PROVISIONS).read(bytes, STANDING);
        return taken instanceof RegisterImport.Taken.Whole(TreatyRegister register)
                ? new TreatyBases(register, PROVISIONS)
                : taken;
    }

    private static Object conduct(byte[] bytes) {
        return new ConductFile(ELEMENTS).read("conduct.json", bytes);
    }

    private static Object book(BookForm form, byte[] bytes) {
        return BOOKS.read(form, bytes);
    }

    /// Reads, and gives what was read.
    private interface Reading {
        Object read(byte[] bytes) throws Exception;
    }

    private final Reading reading;
    private final Set<Class<?>> refusals;

    Reader(Reading reading, Class<?>... refusals) {
        this.reading = reading;
        this.refusals = Set.of(refusals);
    }

    /// Reads some bytes; what the reader has announced is no finding.
    void feed(byte[] bytes) throws Exception {
        try {
            reading.read(bytes);
        } catch (Exception e) {
            if (refusals.stream().noneMatch(refusal -> refusal.isInstance(e))) {
                throw e;
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Object ageFile(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzz", ".age");
        try {
            Files.write(file, bytes);
            try (FileChannel channel = FileChannel.open(file)) {
                return AgeReader.of(channel, KEYS).read((_, _) -> {}, Progress.NONE, 1);
            }
        } finally {
            Files.delete(file);
        }
    }
}
