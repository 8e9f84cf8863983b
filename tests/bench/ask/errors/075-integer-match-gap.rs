fn letter(grade: u8) -> char {
    match grade {
        90..=100 => 'A',
        75..=89 => 'B',
        0..=74 => 'C',
    }
}

fn main() {
    println!("{}", letter(88));
}
