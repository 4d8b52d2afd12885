/// What every kind of request shares: how urgent, how it may be handled, what happened, how an act ended.
///
/// **Law** – arts 40 to 46; each kind has a room of its own below this one.
/// **Start at** [Outcome] for how an act ends and [RequestEvent] for what others may hear.
/// **Used by** every kind of request, desk, web. Uses kernel and none of its children.
/// **Never** knows what one kind of request looks like.
/// **Trust** – plain words without power: nothing here has been checked by being here.
package comity.requests;
