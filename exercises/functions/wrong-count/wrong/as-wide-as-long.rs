pub fn volume(length: u32, width: u32, depth: u32) -> u32 {
    length * width * depth
}

pub fn pool(side: u32) -> u32 {
    volume(side, side, 2)
}
