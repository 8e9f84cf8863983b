#[derive(Debug)]
pub struct Version {
    pub minor: u32,
    pub major: u32,
}
