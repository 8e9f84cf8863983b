#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    finished: bool,
    major: u32,
    minor: u32,
    patch: u32,
}

fn version(major: u32, minor: u32, patch: u32, pre_release: bool) -> Version {
    Version {
        finished: !pre_release,
        major,
        minor,
        patch,
    }
}

fn newest(versions: &[Version]) -> Option<Version> {
    versions.iter().max().copied()
}

fn main() {}
