package comity.ledger.policy;

import comity.ledger.note.Cosignature;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import comity.ledger.policy.Judgement.Count;
import comity.ledger.policy.Judgement.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which logs are known, which cosigners, and how many of them must have signed before a checkpoint
/// counts (C2SP tlog-policy).
///
/// The text calls a cosigner a *witness*; so do the lines of the file, and nothing else here.
///
/// @param logs any of them may have signed
/// @param cosigners in the order of the file
/// @param groups in the order of the file; a group speaks of cosigners and of groups before it
/// @param quorum the name of a cosigner or group, or [#NONE]
public record Policy(List<Log> logs, List<Cosigner> cosigners, List<Group> groups, String quorum) {
    /// The quorum that asks for no cosigner.
    public static final String NONE = "none";

    /// A log.
    ///
    /// @param url where it is, for those who ask it; no part of a judgement
    public record Log(VerifierKey key, Optional<String> url) {}

    /// A cosigner, by a name that only this policy uses.
    ///
    /// @param url where it is asked to sign; no part of a judgement
    public record Cosigner(String name, VerifierKey key, Optional<String> url) {}

    /// A group of cosigners and of other groups.
    ///
    /// @param needed how many members must have signed
    public record Group(String name, int needed, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /// @throws PolicyRefused when it contradicts itself; the line is counted as [#text] writes it
    public Policy {
        logs = List.copyOf(logs);
        cosigners = List.copyOf(cosigners);
        groups = List.copyOf(groups);
        PolicyCheck check = new PolicyCheck();
        logs.forEach(check::log);
        cosigners.forEach(check::cosigner);
        groups.forEach(check::group);
        check.quorum(quorum);
    }

    /// Reads a policy.
    ///
    /// @throws PolicyRefused with the reason and the line
    public static Policy parse(byte[] file) {
        return PolicyText.parse(file);
    }

    /// The policy as a file: each thing on its line, with one space between items, and without comments.
    public String text() {
        return PolicyText.write(this);
    }

    /// What this policy says of a note.
    ///
    /// @param now the present; what cosigners signed later does not count
    public Judgement judge(SignedNote note, Instant now) {
        try {
            return judge(
                    SignedCheckpoint.openByAny(note, logs.stream().map(Log::key).toList()), now);
        } catch (NoteRefused e) {
            return new Judgement.NotOfTheLog(e.fault());
        }
    }

    /// What this policy says of a checkpoint whose log is known from elsewhere, and need not be in the
    /// policy.
    ///
    /// @param now the present; what cosigners signed later does not count
    public Judgement judge(SignedCheckpoint checkpoint, Instant now) {
        List<Word> words = new ArrayList<>();
        Map<String, Boolean> reached = new HashMap<>();
        for (Cosigner cosigner : cosigners) {
            Word word = new Word(cosigner.name(), cosigner.key(), Cosignature.of(checkpoint, cosigner.key(), now));
            words.add(word);
            reached.put(cosigner.name(), word.counts());
        }
        List<Count> counts = new ArrayList<>();
        for (Group group : groups) {
            Count count = count(group, reached);
            counts.add(count);
            reached.put(group.name(), count.isReached());
        }
        return new Judgement.Weighed(checkpoint, words, counts, quorumOf(counts, reached));
    }

    private Count quorumOf(List<Count> counts, Map<String, Boolean> reached) {
        if (quorum.equals(NONE)) {
            return new Count(NONE, 0, 0, List.of());
        }
        return counts.stream()
                .filter(count -> count.name().equals(quorum))
                .findFirst()
                .orElseGet(() -> count(new Group(quorum, 1, List.of(quorum)), reached));
    }

    private static Count count(Group group, Map<String, Boolean> reached) {
        List<String> signed = group.members().stream()
                .filter(member -> reached.getOrDefault(member, false))
                .toList();
        return new Count(group.name(), group.needed(), group.members().size(), signed);
    }
}
