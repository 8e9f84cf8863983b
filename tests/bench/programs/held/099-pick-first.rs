fn first_line(text: &'a str) -> &'a str {
    text.lines().next().unwrap_or("")
}

fn count_lines(text: &str) -> uint {
    text.lines().count()
}

fn main() {
    let poem = "roses are red\nviolets are blue\n";
    println!("{}", first_line(poem));
    println!("{}", count_lines(poem));
    println!("[{}]", first_line(""));
}
