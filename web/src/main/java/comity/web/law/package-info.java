/// The law for everybody: who is bound since when, which treaty binds two States, what may be asked, what two laws say.
/// Public, without an account, at every node and at the registry.
///
/// **Start at** [LawPages] and [LawTeller]; for offences and two laws at [MatchPages] and [MatchTeller].
/// **Uses** `comity.law`. **Used by** people, and by the REST calls, which tell the same answers in JSON.
/// **Never** shows anything of a case, and never decides one.
/// **Trust** – shows what the register and the books say, how well it is known and since when nobody has looked.
package comity.web.law;
