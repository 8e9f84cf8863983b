fn main() -> std::io::Result<()> {
    let count = generic_reader::number_lines(std::io::stdin().lock(), std::io::stdout())?;
    eprintln!("{count} lines");
    Ok(())
}
