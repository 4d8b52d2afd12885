/// Who thinks that an entry of a State's book of law is wrong, since when, and why.
///
/// **Law** – none; what a State's law says is for that State to say.
/// **Start at** [comity.law.dispute.DisputeBook].
/// **Used by** law.living, the registry's proposals, pages, the API. Uses law.offence.
/// **Never** changes an entry, or an answer that rests on it.
/// **Trust** – a mission disputes in the name of its own State; the secretariat looks before it is published.
package comity.law.dispute;
