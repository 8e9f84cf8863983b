#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    major: u32,
    minor: u32,
    patch: u32,
    finished: bool,
}

fn version(major: u32, minor: u32, patch: u32, pre_release: bool) -> Version {
    Version {
        major,
        minor,
        patch,
        finished: !pre_release,
    }
}

fn newest(versions: &[Version]) -> Option<Version> {
    versions.iter().max().copied()
}

fn main() {
    let all = [version(1, 9, 9, false), version(2, 0, 1, true)];
    println!("{:?}", newest(&all));
}
