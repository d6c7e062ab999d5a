//! How the program is linked.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |what: &str| std::env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    // A program that may be loaded anywhere corrects all addresses in its data at every start. Those of Unicode's tables and of
    // typesetting are a quarter of a million: most of the time of a run that finds nothing to do.
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
