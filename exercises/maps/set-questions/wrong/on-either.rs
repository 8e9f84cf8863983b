use std::collections::BTreeSet;

pub fn both<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<&'a str> {
    let a: BTreeSet<&str> = a.iter().copied().collect();
    let b: BTreeSet<&str> = b.iter().copied().collect();
    a.intersection(&b).copied().collect()
}

pub fn only_first<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<&'a str> {
    let a: BTreeSet<&str> = a.iter().copied().collect();
    let b: BTreeSet<&str> = b.iter().copied().collect();
    a.symmetric_difference(&b).copied().collect()
}
