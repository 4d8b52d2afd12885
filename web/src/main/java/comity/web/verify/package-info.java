/// The public page on which anybody checks whether a request is genuine.
///
/// **Start at** [VerifyPages].
/// **Uses** requests, cases. **Used by** the wiring, and by REST for the same question.
/// **Never** says more than the paper in the asker's hand, and never which of reference and fingerprint was wrong.
/// **Trust** – anybody may ask; guessing is slowed down, and without the fingerprint there is nothing to learn.
package comity.web.verify;
