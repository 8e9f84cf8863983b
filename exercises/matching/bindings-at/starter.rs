fn describe(list: &[i32]) -> String {
    match list {
        [] => String::from("nothing"),
        [n @ 3..=5] => format!("one small {n}"),
        [n] => format!("one {n}"),
        [first, .., last] if first == last => format!("ends {first}"),
        [first, rest @ ..] => format!("{first} then {}", rest.len()),
    }
}

fn main() {
    println!("{}", describe(&[4]));
    println!("{}", describe(&[6]));
    println!("{}", describe(&[7, 7]));
    println!("{}", describe(&[1, 2, 3]));
    println!("{}", describe(&[]));
}
