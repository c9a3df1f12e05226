// Pictures travel as JPEG of at most 2000 px and about 1 MB; other files that are too large are refused with both sizes.
const megabyte = 1048576, longest = 2000;

async function shrink(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= megabyte) return file;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const quality of [.85, .7, .5, .35]) {
    const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", quality));
    if (blob.size <= megabyte || quality === .35)
      return blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified }) : file;
  }
}

function complain(input, text) {
  let line = input.parentElement.querySelector("[data-too-large]");
  if (!line) {
    line = document.createElement("p");
    line.className = "govuk-error-message";
    line.dataset.tooLarge = "";
    line.setAttribute("role", "alert");
    input.before(line);
  }
  line.textContent = text;
  line.hidden = !text;
}

export function shrinkPictures() {
  document.addEventListener("change", async event => {
    const input = event.target;
    if (!input.matches("input[type=file][data-shrink]")) return;
    const kept = new DataTransfer(), limit = Number(input.dataset.maxMb) || 10;
    let refused = "";
    input.dataset.busy = "1";
    for (const file of [...input.files]) {
      let small = file;
      if (file.type.startsWith("image/")) try { small = await shrink(file); } catch { /* a format the browser cannot read goes as it is */ }
      if (small.size <= limit * megabyte) kept.items.add(small);
      else refused += `${file.name} 有 ${Math.ceil(file.size / megabyte)} MB，超过 ${limit} MB，没有选入。请重新拍照或选小一点的文件。`;
    }
    input.files = kept.files;
    delete input.dataset.busy;
    complain(input, refused);
  });
}
