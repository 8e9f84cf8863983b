#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    pre_release: bool,
    patch: u32,
    minor: u32,
    major: u32,
}

fn version(major: u32, minor: u32, patch: u32, pre_release: bool) -> Version {
    Version {
        pre_release,
        patch,
        minor,
        major,
    }
}

fn newest(versions: &[Version]) -> Option<Version> {
    versions.iter().max().copied()
}

fn main() {
    let all = [version(1, 9, 9, false), version(2, 0, 1, true)];
    println!("{:?}", newest(&all));
}
