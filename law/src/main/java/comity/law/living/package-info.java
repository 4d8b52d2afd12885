/// The law as it stands now in this node: the register and the books that the registry published last.
///
/// **Start at** [LivingLaw].
/// **Uses** every room of `law`. **Used by** `node`, which hands it new books, and by whoever asks.
/// **Never** gives up a good book for a broken one. Never mixes an old register with a new answer: one
/// [LivingLaw.State] holds together.
/// **Trust** – books come with the registry's signed list; what they say is checked again here.
@org.jspecify.annotations.NullMarked
package comity.law.living;
