/// Faults on purpose: each is fed to the guard that must find it.
///
/// **Start at** the test of the guard.
/// **Used by** the tests of `arch` only.
/// **Never** part of a running node.
/// **Trust** – none.
package comity.arch.planted;
