package comity.safeguards;

/// A refusal, of the request or of more time: the same rules hold.
record Refusal(
        Standing requested,
        NamedOffence offence,
        String ground,
        String nationalLaw,
        String reasons,
        boolean consulted,
        Judgement judgement) {
    static Refusal of(Proposal.RefusePreservation refusal) {
        return new Refusal(
                refusal.requested(),
                refusal.offence(),
                refusal.ground(),
                refusal.nationalLaw(),
                refusal.reasons(),
                refusal.consulted(),
                refusal.judgement());
    }

    static Refusal of(Proposal.RefuseExtension refusal) {
        return new Refusal(
                refusal.requested(),
                refusal.offence(),
                refusal.ground(),
                refusal.nationalLaw(),
                refusal.reasons(),
                refusal.consulted(),
                refusal.judgement());
    }
}
