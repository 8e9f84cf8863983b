pub fn mark(text: &mut String) {
    let writers = [&mut *text, &mut *text];
    for (writer, sign) in writers.into_iter().zip(['!', '?']) {
        writer.push(sign);
    }
}
