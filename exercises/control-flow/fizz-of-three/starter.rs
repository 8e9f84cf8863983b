String::from("clap")
if three && five {
}
}
pub fn call(n: u32) -> String {
} else if five {
String::from("stamp")
} else if three {
let five = n % 5 == 0;
n.to_string()
} else {
String::from("jump")
let three = n % 3 == 0;
