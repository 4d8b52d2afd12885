/// Calls to other machines that end: in time, and with no more bytes than were agreed.
///
/// **Start at** [BoundedCall].
/// **Used by** directory and federation; uses the JDK's client.
/// **Never** knows what is said, or to whom.
/// **Trust** – none: whoever answers may send without end, or one byte an hour.
package comity.kernel.call;
