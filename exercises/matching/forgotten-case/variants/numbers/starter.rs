pub fn grade(points: u32) -> char {
    match points {
        0..=49 => 'C',
        50..=79 => 'B',
        80..=100 => 'A',
    }
}
