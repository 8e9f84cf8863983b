fn second_word(line: &str) -> Result<String, String> {
    let word = line.split(' ').nth(1)?;
    Ok(word.to_string())
}

fn main() {
    println!("{:?}", second_word("go north"));
}
