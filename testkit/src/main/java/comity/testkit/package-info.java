/// What tests share: a database that is real and fresh, a real store of objects, a clock that is set by
/// hand, chance that can be repeated.
///
/// **Start at** [comity.testkit.TestDatabase].
/// **Used by** the tests of every room; uses kernel and postgres.
/// **Never** knows an area, stands in for one, or is part of a running node.
/// **Trust** – none is asked for: databases here forget on a power cut, and their contents are made up.
package comity.testkit;
