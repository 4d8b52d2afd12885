/// Requests for data to avert an emergency.
///
/// **Law** – arts 41(3)(e), 2(o): a significant and imminent risk to the life or safety of a natural person. The text
/// names no term and no ground of refusal; the review within hours is our own.
/// **Start at** [Emergencies], then [EmergencyAnswers]; states are in [EmergencyState], the arrows in `Arrows`, what is
/// said in [EmergencyLetter].
/// **Uses** safeguards, the form, the house of requests.preservation. **Used by** disclosure, web, node.
/// **Never** lets data out by itself: a person accepts with a written reason, and a person hands over.
/// **Trust** – a claim of danger is the other State's word; it is signed, committed in both ledgers, and reviewed.
package comity.requests.emergency;
