/// On which treaty, between two States, on a day, something may be asked: this Convention, another one, or a promise.
///
/// **Start at** [TreatyBases].
/// **Uses** `treaty`. **Used by** `eligibility`.
/// **Never** picks the basis for a person: every treaty is answered for, with its reasons.
/// **Trust** – takes the register as it stands; where the register is silent about a treaty, so is the answer.
@org.jspecify.annotations.NullMarked
package comity.law.basis;
