pub fn grade(points: u32) -> char {
    match points {
        0..=50 => 'C',
        51..=79 => 'B',
        80.. => 'A',
    }
}
